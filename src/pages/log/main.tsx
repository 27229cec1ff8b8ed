import { startPage } from '../parts/frame.tsx';
import { LogPage } from './page.tsx';

startPage('log.page.title', <LogPage />);
