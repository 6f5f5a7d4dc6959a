const PAGES: Readonly<Record<string, string>> = {
  trigger: '/triggers',
  proactive: '/proactive',
  workflow: '/workflows',
};

/** The page of a rule. What else fires, such as a default response, has none. */
export function ruleAddress(family: string, id: string): string | null {
  const page = PAGES[family];
  return page === undefined ? null : `${page}/${id}`;
}
