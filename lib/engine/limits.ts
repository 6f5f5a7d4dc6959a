/** All limits of rules in one table. A rule that exceeds one cannot be active. */
export const LIMITS = {
  /** Levels of groups, the top one counted. */
  groupDepth: 3,
  conditionsPerRule: 100,
  itemsPerGroup: 50,
  actionsPerRule: 50,
  /** Characters (UTF-16 units) of a name, a description, a text to send, a value to compare with. */
  nameLength: 120,
  descriptionLength: 1_000,
  textLength: 8_000,
  subjectLength: 500,
  senderLength: 120,
  valueLength: 2_000,
  valuesPerCondition: 200,
  tagLength: 80,
  tagsPerAction: 30,
  languagesPerText: 30,
  /** Bytes of the stored JSON of one rule. */
  ruleBytes: 65_536,
  activeTriggersPerAccount: 10_000,
  /** Of one account, drafts included. */
  proactiveMessages: 140,
  activeWorkflowsPerAccount: 1_000,
  waitSeconds: { min: 1, max: 86_400 },
  /** Of conditions such as "created more than … ago": ten years. */
  elapsedMinutes: { min: 1, max: 5_256_000 },
  /** Chains of rules started by rules' own effects stop here. */
  chainDepth: 3,
  /** Automated messages to one customer within a minute, unless the account sets another number. */
  automatedMessagesPerMinute: 10,
  /** Answers that workflows give in a row on one ticket, no agent between them, unless the account sets another number. */
  automatedAnswersInARow: 20,
  /** The same text of a customer, so often in a row, is an automatic responder's. */
  sameTextInARow: 3,
} as const;
