import 'virtual:report-style.css';
import './workbench.css';
import { render } from 'preact';
import { App } from './app.tsx';

const root = document.getElementById('workbench');
if (root !== null) render(<App />, root);
