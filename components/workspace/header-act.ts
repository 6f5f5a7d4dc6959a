/** What one can do with the open conversation, wherever it is asked for. */
export type HeaderAct = 'accept' | 'assign' | 'transfer' | 'end' | 'undoEnd' | 'suspend' | 'details' | 'back';
