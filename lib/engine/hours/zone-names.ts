/**
 * Names that zones got since, by those under which ICU, and with it browsers and Node, go on listing them. Whoever looks
 * for Kolkata does not find it under Calcutta.
 */
const RENAMED: Readonly<Record<string, string>> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Catamarca': 'America/Argentina/Catamarca',
  'America/Coral_Harbour': 'America/Atikokan',
  'America/Cordoba': 'America/Argentina/Cordoba',
  'America/Godthab': 'America/Nuuk',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'America/Jujuy': 'America/Argentina/Jujuy',
  'America/Louisville': 'America/Kentucky/Louisville',
  'America/Mendoza': 'America/Argentina/Mendoza',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
};

/** All time zones that can be chosen, under their names of today, in order. @param chosen one that stands there as it is */
export function zoneNames(chosen?: string | null): string[] {
  const names = Intl.supportedValuesOf('timeZone').map((zone) => todaysName(zone));
  return [...new Set(['UTC', ...(chosen ? [chosen] : []), ...names])].sort();
}

/** The name of today of a zone as the system calls it; an older system may not know the newer name. */
export function todaysName(zone: string): string {
  const name = RENAMED[zone];
  if (name === undefined) return zone;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return name;
  } catch {
    return zone;
  }
}
