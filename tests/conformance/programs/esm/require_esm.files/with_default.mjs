export default class Thing {} export const other = 'other';
