// Files of a record: what may be kept, kept once, read back as they were.
#include "host/application.hpp"
#include "host/attachments.hpp"
#include "host/media_type.hpp"
#include "host/records.hpp"
#include "host/scanning.hpp"
#include "store/content_files.hpp"
#include "support/databases.hpp"
#include "support/fake_clamd.hpp"

#include <doctest/doctest.h>
#include <filesystem>
#include <fstream>

using namespace udb;
using namespace std::chrono;
namespace fs = std::filesystem;

namespace {

Actor const clerk{
    .account = {}, .officer = {}, .office = {}, .name = {"করণিক", "Clerk"}, .assignments = {}};
Instant const noon = sys_days{2026y / January / 26} + 6h;
std::string const pdf = "%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n";
std::string const png{"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\2\0\0\0", 29};
std::string const zip{"PK\x03\x04\x14\0\0\0\0\0\0\0\0\0", 14};

/// A database of each kind with a folder for its files, and one record.
struct Place {
    Database& database;
    fs::path folder;
    Id<Record> record;

    template <class F>
    auto work(F const& act) const {
        return database.write([&](Db& db) {
            Work work{.db = db, .actor = clerk, .today = day_of(noon), .now = noon};
            return act(work);
        });
    }
    Result<Attachment> keep(std::string_view name, std::string_view type,
                            std::string_view bytes) const {
        auto const file =
            check_file(*database.contents(), {.name = name, .media_type = type, .bytes = bytes});
        if (!file) return file.error();
        return work([&](Work& w) { return keep_file(w, record, *file); });
    }
    fs::path path_of(Attachment const& a) const {
        return folder / a.sha256.substr(0, 2) / a.sha256;
    }
};

void on_both(std::function<void(Place const&)> const& test) {
    for (auto const dialect : test::dialects()) {
        test::TemporaryDatabase const temporary(dialect);
        auto const folder = temporary.files();
        Database database(temporary.url(), {.files = folder});
        REQUIRE(migrate(database, migrations_of({}), noon));
        Place place{database, folder, {}};
        place.record = place.work([](Work& w) {
            return add_record(w, {.kind = "thing", .office_path = "/1/", .title = {"ক", "K"}});
        });
        test(place);
    }
}

std::string problem(Result<Attachment> const& result) {
    return result ? "" : result.error().fields.at(0).message.key;
}

} // namespace

TEST_CASE("a file is kept once, listed with its record, and read back as it was") {
    on_both([](Place const& place) {
        auto const first = place.keep("C:\\scans\\স্বাক্ষরিত.pdf", "application/pdf", pdf);
        REQUIRE(first);
        CHECK(first->name == "স্বাক্ষরিত.pdf");
        CHECK(first->media_type == "application/pdf");
        auto const second = place.keep("again.pdf", "", pdf);
        REQUIRE(second);
        CHECK(second->sha256 == first->sha256);
        place.database.read([&](Db& db) {
            auto const all = attachments_of(db, place.record);
            REQUIRE(all.size() == 2);
            CHECK(all[0].name == "again.pdf");
            CHECK(all[1].who.bn == "করণিক");
            CHECK(file_bytes(db, all[0]) == pdf);
            CHECK(find_attachment(db, first->id)->sha256 == first->sha256);
            CHECK_FALSE(find_attachment(db, {99}));
            CHECK(db.one("select count(*) from files")->get<int>(0) == 1);
        });
    });
}

TEST_CASE("a file that has changed or gone is told, never given") {
    on_both([](Place const& place) {
        auto const kept = *place.keep("a.pdf", "application/pdf", pdf);
        auto const read = [&] {
            return place.database.read([&](Db& db) { return file_bytes(db, kept); });
        };
        CHECK(read() == pdf);
        std::ofstream(place.path_of(kept)) << "%PDF-1.7 other";
        CHECK_THROWS_AS(read(), StoreFailure);
        // Bringing it again mends it.
        REQUIRE(place.keep("b.pdf", "", pdf));
        CHECK(read() == pdf);
        fs::remove(place.path_of(kept));
        CHECK_THROWS_AS(read(), StoreFailure);
    });
}

TEST_CASE("a file that no row names is swept when it is old, and no other") {
    on_both([](Place const& place) {
        auto const kept = *place.keep("a.pdf", "application/pdf", pdf);
        auto const unwanted =
            check_file(*place.database.contents(), {.name = "b.txt", .bytes = "nobody wants me"});
        auto const refused = place.work([&](Work& w) -> Done {
            keep_file(w, place.record, *unwanted);
            return conflict();
        });
        CHECK_FALSE(refused);
        Attachment const orphan{.sha256 = unwanted->sha256};
        REQUIRE(fs::exists(place.path_of(orphan)));
        CHECK(sweep_files(place.database) == 0);
        for (auto const& one : {orphan, kept})
            fs::last_write_time(place.path_of(one), fs::file_time_type::clock::now() - 48h);
        CHECK(sweep_files(place.database) == 1);
        CHECK_FALSE(fs::exists(place.path_of(orphan)));
        CHECK(place.database.read([&](Db& db) { return file_bytes(db, kept); }) == pdf);
    });
}

TEST_CASE("what may not be kept is refused at the field, in words") {
    on_both([](Place const& place) {
        std::string const large(attachment_bytes_max + 1, 'x');
        struct {
            std::string_view name, type, bytes, key;
        } const cases[] = {
            {"a.pdf", "application/pdf", "", "host.file_empty"},
            {"a.txt", "text/plain", large, "host.file_too_large"},
            {"a.txt", "text/plain", std::string_view(large).substr(1), ""},
            {"a.pdf", "application/pdf", png, "host.file_other"},
            {"a.bin", "application/pdf", png, "host.file_other"},
            {"a.png", "image/png", png, ""},
            {"a", "application/octet-stream", png, ""},
            {"a.exe", "", std::string_view("MZ\x90\0\3\0\0\0\4\0\0\0\xFF\xFF\0\0", 16),
             "host.file_kind"},
            {"a.html", "text/html", "<!DOCTYPE html><html><script>alert(1)</script>",
             "host.file_kind"},
            {"a.svg", "image/svg+xml", "<svg xmlns='http://www.w3.org/2000/svg'/>",
             "host.file_kind"},
        };
        for (auto const& c : cases) {
            CAPTURE(c.name);
            CAPTURE(c.type);
            CHECK(problem(place.keep(c.name, c.type, c.bytes)) == c.key);
        }
    });
}

TEST_CASE("the bytes say what a file is") {
    auto const office = [](std::string const& parts) {
        return zip + "[Content_Types].xml" + parts;
    };
    struct {
        std::string bytes, name, claimed, type;
    } const cases[] = {
        {pdf, "x.txt", "text/plain", "application/pdf"},
        {std::string("\xFF\xD8\xFF\xE0\0\x10JFIF\0\1\1", 13), "", "", "image/jpeg"},
        {office("word/document.xml"), "", "",
         "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
        {office("xl/workbook.xml"), "", "",
         "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
        {office("word/document.xmlword/vbaProject.bin"), "", "", ""},
        {zip + "readme.txt", "a.docx", "", ""},
        {"নাম,পদ\nক,খ\n", "a.CSV", "", "text/csv"},
        {"নাম,পদ\nক,খ\n", "a.txt", "", "text/plain"},
        {std::string("text\0text", 9), "a.txt", "text/plain", ""},
    };
    for (auto const& c : cases) {
        CAPTURE(c.name);
        CAPTURE(c.type);
        auto const* const type = media_type_of(c.bytes, c.name, c.claimed);
        CHECK((type == nullptr ? "" : std::string(type->name)) == c.type);
    }
}

TEST_CASE("names are plain and short") {
    on_both([](Place const& place) {
        std::string many;
        for (int i = 0; i < 100; ++i)
            many += "ক";
        struct {
            std::string given, kept;
        } const cases[] = {{"../../etc/passwd.txt", "passwd.txt"},
                           {"a\r\nb.txt", "ab.txt"},
                           {"...", "file.txt"},
                           {"", "file.txt"}};
        for (auto const& c : cases)
            CHECK(place.keep(c.given, "text/plain", "লেখা")->name == c.kept);
        auto const cut = place.keep(many + ".txt", "text/plain", "লেখা")->name;
        CHECK(cut.size() <= 200);
        CHECK(cut.ends_with("ক.txt"));
    });
}

TEST_CASE(
    "whatever is kept is looked through, where clamd is set up, and nothing of a virus stays") {
    on_both([](Place const& place) {
        test::FakeClamd clamd;
        configure_scanning({.clamd = clamd.address()});
        auto const clean = place.keep("a.pdf", "application/pdf", pdf);
        auto const bad = place.keep("b.pdf", "application/pdf",
                                    pdf + std::string(test::FakeClamd::virus) + "\n%%EOF\n");
        configure_scanning({.clamd = "/nowhere/clamd.ctl"});
        auto const unanswered = place.keep("c.pdf", "application/pdf", pdf);
        configure_scanning({.clamd = "/nowhere/clamd.ctl", .clamd_required = false});
        auto const tolerated = place.keep("d.pdf", "application/pdf", pdf);
        configure_scanning({});
        CHECK(clean);
        REQUIRE_FALSE(bad);
        CHECK(bad.error().fields.front().message.key == "host.virus_found");
        REQUIRE_FALSE(unanswered);
        CHECK(unanswered.error().fields.front().message.key == "host.not_scanned");
        CHECK(tolerated);
        CHECK(place.work([&](Work& w) { return attachments_of(w.db, place.record); }).size() == 2);
    });
}
