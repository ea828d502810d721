import { Component, type ReactNode } from 'react';
import { Button } from '../components/button.tsx';

type Props = { children: ReactNode };

/** Catches what goes wrong while drawing, so that one page's fault does not take the others with it. */
export class ErrorBoundary extends Component<Props, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <div role="alert" className="mx-auto flex max-w-md flex-col items-center gap-4 px-6 py-24 text-center">
        <h1 className="text-lg font-semibold">This page ran into a problem</h1>
        <p className="text-muted">What you have sent is safe on this computer. Drawing the page again usually helps.</p>
        <Button look="primary" onClick={() => this.setState({ failed: false })}>
          Draw it again
        </Button>
      </div>
    );
  }
}
