// The form of a piece: to enter one, to correct it, to bring a newer version; and the file that
// comes with it, by the form itself or piece by piece before it.
#pragma once

#include "host/call.hpp"
#include "modules/evidence/evidence_actions.hpp"
#include "modules/evidence/upload_store.hpp"
#include "web/components/components.hpp"

#include <memory>

namespace udb::evidence {

/// A form as it stands: what was typed, what is wrong with it, and where it goes.
struct FormSheet {
    std::string title = {};
    std::string lead = {};
    Url action = {};
    Kind kind = Kind::file;
    FormValues form = {};
    std::optional<Error> error = {};
    std::optional<PartUpload> upload = {}; ///< a file that is here already
    Html above = {};                       ///< the ways to choose another kind
    Html before = {};                      ///< hidden fields and the first question
    Html notice = {};                      ///< that the file is known, and what to do
    std::vector<ui::Crumb> way = {};
    bool with_file = true;
};
web::Response form_page(Call const& call, FormSheet const& sheet);

/// What came as the file of a form.
struct Incoming {
    std::string name = {};
    std::string media_type = {};
    std::string_view bytes = {};
    std::string key = {};                           ///< of the upload, where it came so
    std::shared_ptr<web::BodyFile const> part = {}; ///< holds the bytes of that
};
/// The form's own file, else the complete upload that it names. Invalid at `file` where that is not
/// complete, or gone.
Result<std::optional<Incoming>> incoming(Call const& call);

/// The file checked (`check_file`); of a virus not even the upload stays.
Result<CheckedFile> received(Call const& call, Incoming const& file);

/// Keeps a form's own file as an upload, so that it need not be sent again with what is mended.
std::optional<PartUpload> kept_for_later(Call const& call, std::optional<Incoming> const& file);

/// A piece that this actor may read; others are told that there is none.
Result<EvidenceRecord> seen_piece(Call const& call);

/// The office in which this actor enters evidence: the own one, else that of the record to be
/// proved, else the first where it is allowed; zero for none.
Id<Office> office_to_enter(Call const& call, std::vector<Id<Record>> const& records);

/// "১২.৪ মেগাবাইট" of so many bytes.
std::string size_text(Words const& words, std::int64_t bytes);

} // namespace udb::evidence
