import 'virtual:report-style.css';
import './workbench.css';
import { render } from 'preact';
import { App } from './app.tsx';
import { beforeDrawing } from './state/before-drawing.ts';

const root = document.getElementById('workbench');
if (root !== null) void beforeDrawing().then(() => render(<App />, root));
