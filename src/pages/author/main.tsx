import { startPage } from '../parts/frame.tsx';
import { AuthorPage } from './page.tsx';

startPage('author.page.title', <AuthorPage />);
