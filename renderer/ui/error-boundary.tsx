import { Component, type ReactNode } from 'react';

interface Props {
  readonly children: ReactNode;
  /** What this part of the window is, for the sentence: 'This view'. */
  readonly part: string;
}

/** Keeps a fault in one part of the page from taking the window down. */
export class ErrorBoundary extends Component<Props, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <div className="error-panel" role="alert">
        <p>
          {this.props.part} could not be drawn. The case is not affected: everything done so far is saved.
        </p>
        <button type="button" onClick={() => this.setState({ failed: false })}>
          Draw it again
        </button>
      </div>
    );
  }
}
