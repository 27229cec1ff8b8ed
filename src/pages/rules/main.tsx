import { startPage } from '../parts/frame.tsx';
import { RulesPage } from './page.tsx';

startPage('rules.page.title', <RulesPage />);
