#include "RsvgShim.h"

#include <cairo-pdf.h>
#include <librsvg/rsvg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char message[1024];

const char *rvs_message(void) {
  return message;
}

const char *rvs_version(void) {
  static char version[64];
  snprintf(
    version, sizeof version, "%u.%u.%u", rsvg_major_version, rsvg_minor_version,
    rsvg_micro_version);
  return version;
}

void rvs_free(unsigned char *bytes) {
  free(bytes);
}

// MARK: - A file in memory

typedef struct {
  unsigned char *bytes;
  size_t count;
  size_t capacity;
} file;

static cairo_status_t append(void *closure, const unsigned char *bytes, unsigned int count) {
  file *target = closure;
  if (target->count + count > target->capacity) {
    size_t capacity = (target->count + count) * 2;
    unsigned char *larger = realloc(target->bytes, capacity);
    if (larger == NULL) return CAIRO_STATUS_NO_MEMORY;
    target->bytes = larger;
    target->capacity = capacity;
  }
  memcpy(target->bytes + target->count, bytes, count);
  target->count += count;
  return CAIRO_STATUS_SUCCESS;
}

// MARK: - Drawing

static void explain(const char *text) {
  snprintf(message, sizeof message, "%s", text);
}

// Draws on a surface, so large; 0 when librsvg and cairo both say that all went well.
static int draw(
  cairo_surface_t *surface, const char *svg, size_t length, double width, double height,
  int on_white
) {
  GError *error = NULL;
  message[0] = '\0';
  RsvgHandle *handle = rsvg_handle_new_from_data((const guint8 *)svg, length, &error);
  if (handle == NULL) {
    explain(error == NULL ? "no reason given" : error->message);
    g_clear_error(&error);
    return 1;
  }
  rsvg_handle_set_dpi(handle, 96);
  cairo_t *context = cairo_create(surface);
  if (on_white) {
    cairo_set_source_rgb(context, 1, 1, 1);
    cairo_paint(context);
  }
  RsvgRectangle all = {0, 0, width, height};
  gboolean is_drawn = rsvg_handle_render_document(handle, context, &all, &error);
  if (!is_drawn) explain(error == NULL ? "no reason given" : error->message);
  cairo_status_t status = cairo_status(context);
  if (is_drawn && status != CAIRO_STATUS_SUCCESS) explain(cairo_status_to_string(status));
  g_clear_error(&error);
  cairo_destroy(context);
  g_object_unref(handle);
  return is_drawn && status == CAIRO_STATUS_SUCCESS ? 0 : 1;
}

static int finish(
  cairo_surface_t *surface, int status, file *target, unsigned char **bytes, size_t *count
) {
  cairo_surface_finish(surface);
  cairo_status_t last = cairo_surface_status(surface);
  cairo_surface_destroy(surface);
  if (status == 0 && last != CAIRO_STATUS_SUCCESS) {
    explain(cairo_status_to_string(last));
    status = 1;
  }
  if (status != 0) {
    free(target->bytes);
    return status;
  }
  *bytes = target->bytes;
  *count = target->count;
  return 0;
}

int rvs_pdf(
  const char *svg, size_t length, const rvs_page *page, unsigned char **bytes, size_t *count
) {
  file target = {NULL, 0, 0};
  cairo_surface_t *surface =
    cairo_pdf_surface_create_for_stream(append, &target, page->width, page->height);
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, page->title);
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_SUBJECT, page->subject);
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_KEYWORDS, page->keywords);
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, page->creator);
  // No date is a valid one: cairo would write that of the day.
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, "");
  int status = draw(surface, svg, length, page->width, page->height, 0);
  return finish(surface, status, &target, bytes, count);
}

int rvs_png(
  const char *svg, size_t length, int width, int height, unsigned char **bytes, size_t *count
) {
  file target = {NULL, 0, 0};
  cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height);
  int status = draw(surface, svg, length, width, height, 1);
  if (status == 0) {
    cairo_status_t written = cairo_surface_write_to_png_stream(surface, append, &target);
    if (written != CAIRO_STATUS_SUCCESS) {
      explain(cairo_status_to_string(written));
      status = 1;
    }
  }
  return finish(surface, status, &target, bytes, count);
}
