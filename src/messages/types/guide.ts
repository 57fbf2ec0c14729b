export interface GuideMessages {
  readonly title: string;
}
