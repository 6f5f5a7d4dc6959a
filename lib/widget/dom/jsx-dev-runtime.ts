/** What test runners ask for in place of `jsx-runtime`. */
export { type JSX, jsx as jsxDEV } from './jsx-runtime';
