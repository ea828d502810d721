import './client/configure.ts';
import './styles/index.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Root } from './app/root.tsx';
import { createPageClient } from './client/client.ts';

const place = document.querySelector('#root');
if (place) {
  createRoot(place).render(
    <StrictMode>
      <Root client={createPageClient()} />
    </StrictMode>,
  );
}
