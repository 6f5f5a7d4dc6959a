/** What the address of these lists says; the same names as the API's query. */
export const USER_FILTERS = { search: '', role: '', state: '', page: '1' };
export const GROUP_FILTERS = { search: '', page: '1' };
export const ROLES = ['agent', 'lead', 'admin'] as const;
export const STATES = ['active', 'invited', 'deactivated'] as const;
export const PAGE_SIZE = 50;

export type OrganisationFilters = Readonly<Record<string, string | undefined>>;

/** What every list of the organisation asks for; what nobody offers is left out. */
export function queryOf({ search = '', role, state, page }: OrganisationFilters) {
  const number = Number(page);
  const [knownRole, knownState] = [ROLES.find((each) => each === role), STATES.find((each) => each === state)];
  return {
    ...(search.trim() !== '' && { search: search.trim().slice(0, 200) }),
    ...(knownRole && { role: knownRole }),
    ...(knownState && { state: knownState }),
    page: Number.isSafeInteger(number) && number > 0 && number <= 100_000 ? number : 1,
    pageSize: PAGE_SIZE,
  };
}

export type OrganisationQuery = ReturnType<typeof queryOf>;
