export const decodersArePending = true;
