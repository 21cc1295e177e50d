import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Console } from './app/console';
import { router } from './app/router';
import './design/fonts.css';
import './design/tokens.css';

const place = document.getElementById('console');
if (!place) throw new Error('The page has no place for the console.');
// A first screen stays until all that takes its place is there.
if (place.hasChildNodes()) void router.load().then(() => draw(place));
else draw(place);

function draw(within: HTMLElement): void {
  createRoot(within).render(
    <StrictMode>
      <Console />
    </StrictMode>,
  );
}

if ('serviceWorker' in navigator && import.meta.env.PROD) void navigator.serviceWorker.register('/service-worker.js');
