/**
 * Scopes of the Spotify Web API, in the order of its documentation.
 * Source: https://developer.spotify.com/documentation/web-api/concepts/scopes, as it stood on 2025-05-15.
 */
export const SPOTIFY_SCOPES: readonly string[] = [
  // Images
  "ugc-image-upload",
  // Spotify Connect
  "user-read-playback-state",
  "user-modify-playback-state",
  "user-read-currently-playing",
  // Playback
  "app-remote-control",
  "streaming",
  // Playlists
  "playlist-read-private",
  "playlist-read-collaborative",
  "playlist-modify-private",
  "playlist-modify-public",
  // Follow
  "user-follow-modify",
  "user-follow-read",
  // Listening history
  "user-read-playback-position",
  "user-top-read",
  "user-read-recently-played",
  // Library
  "user-library-modify",
  "user-library-read",
  // Users
  "user-read-email",
  "user-read-private",
  // Open Access, for partners
  "user-soa-link",
  "user-soa-unlink",
  "soa-manage-entitlements",
  "soa-manage-partner",
  "soa-create-partner",
];
