import { x } from '../sites/x.ts';
import { startProtection } from './protection.ts';

startProtection(x);
