export { IncidentPage } from './components/IncidentPage';
export { IncidentsPage } from './components/IncidentsPage';
