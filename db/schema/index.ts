export * from './accounts';
export * from './channels';
export * from './conversations';
export * from './firings';
export * from './rules';
export * from './team';
export * from './tickets';
