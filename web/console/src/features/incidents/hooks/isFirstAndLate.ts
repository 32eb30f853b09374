import type { Duty, Incident } from '../types';

/** Whether a notice of that time is the authority's first and comes after its limit: then the law wants to know why (GDPR Art. 33(1)). */
export function isFirstAndLate(incident: Pick<Incident, 'duties'>, to: Duty, at: string | null): boolean {
  const duty = incident.duties.find((each) => each.to === to);
  return to === 'authority' && at !== null && duty !== undefined && duty.told_at === null && Date.parse(at) > Date.parse(duty.due_at);
}
