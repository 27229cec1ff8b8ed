import { startPage } from '../parts/frame.tsx';
import { SettingsPage } from './page.tsx';

startPage('settings.page.title', <SettingsPage />);
