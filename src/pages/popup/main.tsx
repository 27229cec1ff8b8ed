import { startPage } from '../parts/frame.tsx';
import { PopupPage } from './page.tsx';

startPage('popup.page.title', <PopupPage />);
