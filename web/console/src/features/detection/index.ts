export { DetectionPage } from './components/DetectionPage';
export { useFindingTypes } from './hooks/useDetection';
