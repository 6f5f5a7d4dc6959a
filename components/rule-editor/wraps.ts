/** A chooser whose label goes on to a second line: labels are never cut, in no language. */
export const WRAPS = 'h-auto! min-h-8 max-phone:min-h-11 py-1 leading-[18px] [&>span:first-of-type]:whitespace-normal!';
