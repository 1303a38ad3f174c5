/** Names of roles and titles that a community gives to the people who answer for the company. */
const STAFF =
  /^(?:the )?(?:[\p{L}\d-]+ )?(?:staff|team|support(?: (?:team|agent|staff|lead))?|admin(?:istrator)?s?|mod(?:erator)?s?|helpdesk|customer (?:care|service|success)|community (?:manager|lead)|employee|developer|core (?:team|dev))s?$|客服|官方|管理员|版主|工作人员|员工/iu;

/** Whether a role's or title's name says that its holder is staff. A name anybody can take is not asked. */
export function isStaffTitle(title: string): boolean {
  return STAFF.test(
    title
      .replace(/[^\p{L}\p{N} -]/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  );
}
