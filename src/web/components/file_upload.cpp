// A file from the reader's machine.
#include "web/components/file_upload.hpp"

#include "web/html/tags.hpp"

namespace udb::ui {

Html file_upload(Words const& words, FileUpload const& upload) {
    FieldFrame const frame{.name = upload.name,
                           .label = upload.label,
                           .hint = upload.hint,
                           .error = upload.error,
                           .optional = upload.optional};
    auto const ids = described_by(frame);
    return framed(
        words, frame,
        html::input({.id = upload.name,
                     .cls = upload.error.empty() ? "govuk-file-upload"
                                                 : "govuk-file-upload govuk-file-upload--error",
                     .more = {{"name", upload.name},
                              {"type", "file"},
                              {"accept", upload.accept, !upload.accept.empty()},
                              {"multiple", "", upload.many},
                              {"aria-describedby", ids, !ids.empty()}}}));
}

} // namespace udb::ui
