// A file from the reader's machine.
#pragma once

#include "web/components/field.hpp"

namespace udb::ui {

struct FileUpload {
    std::string name;      ///< the form key
    std::string label;     ///< what is asked
    std::string hint = {}; ///< kinds and size that are taken
    std::string error = {};
    std::string accept = {}; ///< as in HTML: ".txt,text/plain"
    bool optional = false;
    bool many = false; ///< several files at once
};

/// The form around it must be multipart (Form::files).
Html file_upload(Words const& words, FileUpload const& upload);

} // namespace udb::ui
