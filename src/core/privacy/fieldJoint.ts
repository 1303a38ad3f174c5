import type { Finder, Finding, FindingKind } from './secret.ts';

/** Between fields that are read as one text: a new page, which is more than the new lines that a field may have within. */
export const FIELD_JOINT = '\n\f\n';
const NEW_PAGE = '\f';

/**
 * A finder that takes no words of a neighbouring field along: what goes across fields is a finding only where neither of
 * them has one by itself, such as half a phrase in each.
 */
export function withinFields<Kind extends FindingKind>(find: Finder<Kind>): Finder<Kind> {
  return (text) => {
    const all = find(text);
    if (!text.includes(NEW_PAGE)) return all;
    const isAcross = ({ start, end }: Finding): boolean => text.slice(start, end).includes(NEW_PAGE);
    if (!all.some(isAcross)) return all;
    let offset = 0;
    const own = text.split(NEW_PAGE).flatMap((field) => {
      const start = offset;
      offset += field.length + NEW_PAGE.length;
      return find(field).map((found) => ({ ...found, start: found.start + start, end: found.end + start }));
    });
    return all.flatMap((found) => {
      const within = own.filter(({ start, end }) => start < found.end && found.start < end);
      return isAcross(found) && within.length > 0 ? within : [found];
    });
  };
}
