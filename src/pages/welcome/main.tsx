import { startPage } from '../parts/frame.tsx';
import { WelcomePage } from './page.tsx';

startPage('welcome.page.title', <WelcomePage />);
