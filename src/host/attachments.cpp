#include "host/attachments.hpp"

#include "host/application.hpp"
#include "host/media_type.hpp"
#include "host/scanning.hpp"

#include <algorithm>

namespace udb {
namespace {

constexpr std::size_t name_bytes_max = 200;

constexpr std::string_view columns =
    "id, record_id, name, media_type, sha256, size, who_bn, who_en, at";

Attachment attachment_of(Row const& row) {
    return {.id = row.get<Id<Attachment>>(0),
            .record = row.get<Id<Record>>(1),
            .name = row.get<std::string>(2),
            .media_type = row.get<std::string>(3),
            .sha256 = row.get<std::string>(4),
            .size = row.get<std::int64_t>(5),
            .who = {row.get<std::string>(6), row.get<std::string>(7)},
            .at = row.get<Instant>(8)};
}

/// Without folders and control characters, and not longer than a file system takes.
std::string plain_name(std::string_view name, MediaType const& type) {
    if (auto const slash = name.find_last_of("/\\"); slash != std::string_view::npos)
        name.remove_prefix(slash + 1);
    std::string plain;
    for (char const c : name)
        if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F) plain += c;
    while (plain.size() > name_bytes_max) {
        // The middle goes, a whole letter at a time: the ending says what the file is.
        auto at = name_bytes_max / 2;
        while (at > 0 && (static_cast<unsigned char>(plain[at]) & 0xC0U) == 0x80U)
            --at;
        auto next = at + 1;
        while (next < plain.size() && (static_cast<unsigned char>(plain[next]) & 0xC0U) == 0x80U)
            ++next;
        plain.erase(at, next - at);
    }
    if (plain.find_first_not_of(". ") == std::string::npos)
        plain = "file" + std::string(type.ending);
    return plain;
}

Error at_file(Message message) { return invalid("file", std::move(message)); }

/// What the file is, or why it may not be kept.
Result<MediaType const*> looked_at(BroughtFile const& file) {
    if (file.bytes.empty()) return at_file({"host.file_empty"});
    if (file.bytes.size() > file.bytes_max)
        return at_file(
            {"host.file_too_large", {{"limit", static_cast<std::int64_t>(file.bytes_max >> 20U)}}});
    auto const* type = media_type_of(file.bytes, file.name, file.media_type);
    if (type == nullptr) return at_file({"host.file_kind"});
    if (!agrees(*type, file.name, file.media_type))
        return at_file({"host.file_other", {{"name", BilingualText{type->label}}}});
    return type;
}

void count_among_kept(Work& work, std::string_view sha256, std::int64_t size) {
    work.db.run("insert into files (sha256, size, kept_at) values (?, ?, ?) on conflict do nothing",
                sha256, size, work.now);
}

} // namespace

std::string_view attachment_accept() {
    static std::string const all = [] {
        std::string endings = ".jpeg";
        for (auto const& type : media_types())
            (endings += ',') += type.ending;
        return endings;
    }();
    return all;
}

std::string keep_bytes(Work& work, std::string_view bytes) {
    auto sha256 = work.db.contents().keep(bytes);
    count_among_kept(work, sha256, static_cast<std::int64_t>(bytes.size()));
    return sha256;
}

Result<CheckedFile> check_file(ContentFiles const& contents, BroughtFile const& file) {
    auto const* type = TRY(looked_at(file));
    bool const scanned = TRY(looked_through(file.bytes));
    return CheckedFile{.name = plain_name(file.name, *type),
                       .media_type = std::string(type->name),
                       .sha256 = contents.keep(file.bytes),
                       .size = static_cast<std::int64_t>(file.bytes.size()),
                       .scanned = scanned};
}

Result<std::optional<CheckedFile>> file_in(Call const& call, std::string_view field) {
    auto const* file = call.form.file(field);
    // An empty field of a form comes as a file without name and bytes.
    if (!file || (file->name.empty() && file->bytes.empty())) return std::optional<CheckedFile>{};
    auto checked =
        check_file(call.contents(),
                   {.name = file->name, .media_type = file->content_type, .bytes = file->bytes});
    if (checked) return std::optional(std::move(*checked));
    auto error = std::move(checked.error());
    for (auto& at : error.fields)
        at.field = field;
    return error;
}

Attachment keep_file(Work& work, Id<Record> record, CheckedFile const& file) {
    Attachment kept{.record = record,
                    .name = file.name,
                    .media_type = file.media_type,
                    .sha256 = file.sha256,
                    .size = file.size,
                    .who = work.actor.name,
                    .at = work.now};
    count_among_kept(work, kept.sha256, kept.size);
    kept.id = work.db
                  .one(R"sql(
        insert into attachments (record_id, sha256, name, media_type, size, account_id, who_bn,
                                 who_en, at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        returning id
    )sql",
                       record, kept.sha256, kept.name, kept.media_type, kept.size,
                       work.actor.account, kept.who.bn, kept.who.en, kept.at)
                  ->get<Id<Attachment>>(0);
    return kept;
}

std::vector<Attachment> attachments_of(Db& db, Id<Record> record) {
    std::vector<Attachment> found;
    for (auto const& row : db.all("select " + std::string(columns)
                                      + " from attachments where record_id = ? order by id desc",
                                  record))
        found.push_back(attachment_of(row));
    return found;
}

std::optional<Attachment> find_attachment(Db& db, Id<Attachment> id) {
    auto const row =
        db.one("select " + std::string(columns) + " from attachments where id = ?", id);
    if (!row) return {};
    return attachment_of(*row);
}

std::string file_bytes(Db& db, Attachment const& attachment) {
    auto bytes = db.contents().bytes(attachment.sha256);
    if (!bytes)
        throw StoreFailure(StoreFailure::Category::damaged,
                           "the bytes of file " + attachment.sha256 + " are gone");
    return std::move(*bytes);
}

int sweep_files(Database& database) {
    return database.read([](Db& db) {
        if (!db.keeps_files()) return 0;
        return db.contents().sweep([&](std::string const& sha256) {
            return db.one("select 1 from files where sha256 = ?", sha256).has_value();
        });
    });
}

} // namespace udb
