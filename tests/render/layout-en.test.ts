import { testLayout } from '../helpers/layout.ts';

testLayout('en');
