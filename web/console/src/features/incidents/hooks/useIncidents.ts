import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useChange, usePages } from '@/http';
import { changeIncident, INCIDENTS, incidentsKey, move, openIncident, peopleOf, readDraft, readIncident, recordNotice, waive } from '../api/incidents';
import type { Affected, Duty, Incident, NewNotice, Report, State } from '../types';

/** What the list shows: everything, those of a state, or those of which somebody was not told in time. */
export type Filter = 'all' | State | 'overdue';

const PATHS: Record<Filter, string> = {
  all: INCIDENTS,
  open: `${INCIDENTS}?state=open`,
  contained: `${INCIDENTS}?state=contained`,
  closed: `${INCIDENTS}?state=closed`,
  overdue: `${INCIDENTS}?overdue=true`,
};

export const useIncidents = (filter: Filter) => usePages<Incident>([...incidentsKey, 'list', filter], PATHS[filter]);
export const useIncident = (id: string) => useQuery({ queryKey: [...incidentsKey, 'one', id], queryFn: () => readIncident(id) });
export const useOpenIncident = () => useChange(incidentsKey, openIncident);

/** A change of one incident; the answer is the incident, so it is shown at once. */
function useStep<In>(id: string, step: (input: In) => Promise<Incident>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: step,
    onSuccess: (incident) => {
      client.setQueryData([...incidentsKey, 'one', id], incident);
      // Whom it concerns is counted when somebody asks, and each asking is in the audit log: it is not read again by itself.
      client.removeQueries({ queryKey: [...incidentsKey, 'people', id] });
      return client.invalidateQueries({ queryKey: [...incidentsKey, 'list'] });
    },
  });
}

export const useChangeIncident = (id: string) => useStep(id, (changes: Partial<Report>) => changeIncident(id, changes));
export const useMove = (id: string) => useStep(id, (step: 'assess' | 'contain' | 'close' | 'reopen') => move(id, step));
export const useRecordNotice = (id: string) => useStep(id, (notice: NewNotice) => recordNotice(id, notice));
export const useWaive = (id: string) => useStep(id, (waiver: { to: Duty; reason: string }) => waive(id, waiver));

/** Kept only while it is shown: it says what happened, in plain words. */
export const useDraft = (id: string, to: Duty, language: string) =>
  useQuery({ queryKey: [...incidentsKey, 'draft', id, to, language], queryFn: () => readDraft(id, to, language), gcTime: 0, staleTime: Infinity });
export const useAffected = (id: string) => usePages<Affected>([...incidentsKey, 'people', id], peopleOf(id));
