export { AnnouncementsPage } from './components/AnnouncementsPage';
