import { startPage } from '../parts/frame.tsx';
import { PracticePage } from './page.tsx';

startPage('practice.page.title', <PracticePage />);
