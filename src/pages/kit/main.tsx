import { startPage } from '../parts/frame.tsx';
import { KitPage } from './page.tsx';

startPage('kit.page.title', <KitPage />);
