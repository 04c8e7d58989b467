import type { ReactiveController, ReactiveControllerHost } from "lit";

/** What reaches the window from elsewhere: the network, and other tabs of the same site. */
export class Outside implements ReactiveController {
  online = navigator.onLine;

  constructor(
    host: ReactiveControllerHost,
    private readonly stored: (event: StorageEvent) => void,
    private readonly networkChanged: (online: boolean) => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener("storage", this.stored);
    addEventListener("online", this.check);
    addEventListener("offline", this.check);
  }

  hostDisconnected(): void {
    removeEventListener("storage", this.stored);
    removeEventListener("online", this.check);
    removeEventListener("offline", this.check);
  }

  private readonly check = (): void => {
    this.online = navigator.onLine;
    this.networkChanged(this.online);
  };
}
