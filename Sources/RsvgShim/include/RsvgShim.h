// The whole of librsvg and cairo that Swift sees: an SVG text in, the bytes of a file out.
//
// Here because both libraries report through GError and callbacks, and because cairo's PDF functions
// take C enumerations and streams. Nothing is read but the text: without a base address librsvg
// refuses every file and every network address that the text names.
#ifndef RSVG_SHIM_H
#define RSVG_SHIM_H

#include <stddef.h>

/// The version of librsvg that is linked at run time; a static string.
const char *rvs_version(void);

/// A page of a PDF file: its size in points, and what its properties say. No date is written.
typedef struct {
  double width;
  double height;
  const char *title;
  const char *subject;
  const char *keywords;
  const char *creator;
} rvs_page;

/// Draws an SVG text as a PDF file of one page that it fills; 0 when done.
int rvs_pdf(
  const char *svg, size_t length, const rvs_page *page, unsigned char **bytes, size_t *count);

/// Draws an SVG text as a PNG file of so many pixels that it fills, on white; 0 when done.
int rvs_png(
  const char *svg, size_t length, int width, int height, unsigned char **bytes, size_t *count);

/// Gives the bytes of a file back.
void rvs_free(unsigned char *bytes);

/// Why the last drawing was not done; valid until the next one.
const char *rvs_message(void);

#endif
