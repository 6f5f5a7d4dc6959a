/** What agents see and do in the workspace, by theme. */
export * from './workspace-conversation';
export * from './workspace-lists';
export * from './workspace-me';
export * from './workspace-stream';
export * from './workspace-thread';
