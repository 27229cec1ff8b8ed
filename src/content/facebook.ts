import { facebook } from '../sites/facebook/facebook.ts';
import { startProtection } from './protection.ts';

startProtection(facebook);
