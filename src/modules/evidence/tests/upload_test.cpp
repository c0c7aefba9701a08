// Files brought piece by piece: cut, repeated, at a wrong place, by several at once, for too long.
#include "desk.hpp"
#include "modules/evidence/tus.hpp"
#include "modules/evidence/upload_store.hpp"
#include "store/content_files.hpp"

#include <algorithm>
#include <filesystem>
#include <thread>

using namespace udb;
using namespace udb::evidence;
using namespace udb::evidence::test;
using namespace std::chrono;

namespace {

Instant const now{today};

struct Bringing {
    Desk const& desk;
    PartUpload part;

    Bringing(Desk const& at, std::int64_t size)
        : desk(at), part(at.as(at.member, [&](Work& work) {
              return begin_part(work, {.name = "ছবি.png", .media_type = "image/png", .size = size});
          })) {}

    Taken take(std::int64_t offset, std::string_view bytes, Instant at = now) const {
        return take_piece(desk.database, desk.member.account,
                          {.key = part.key, .offset = offset, .bytes = bytes}, at);
    }
    std::optional<PartUpload> standing(Instant at = now) const {
        return desk.database.read(
            [&](Db& db) { return find_part(db, part.key, desk.member.account, at); });
    }
    std::string bytes() const {
        return desk.database.read([&](Db& db) { return std::string(part_file(db, part)->view()); });
    }
};

} // namespace

TEST_CASE("a file that is cut goes on where it stopped, and a piece that comes twice counts once") {
    for_each_desk([](Desk const& desk) {
        Bringing const bringing(desk, 11);
        CHECK(bringing.take(0, "hello ") == Taken::taken);
        CHECK(bringing.take(0, "hello ") == Taken::elsewhere);
        CHECK(bringing.take(7, "orld") == Taken::elsewhere);
        CHECK(bringing.standing()->received == 6);
        CHECK_FALSE(bringing.standing()->complete());
        CHECK(bringing.take(6, "world!") == Taken::too_much);
        CHECK(bringing.take(6, "world") == Taken::taken);
        CHECK(bringing.standing()->complete());
        CHECK(bringing.bytes() == "hello world");
        CHECK(bringing.take(11, "") == Taken::taken);
        CHECK(bringing.take(11, "!") == Taken::too_much);
    });
}

TEST_CASE("of pieces that come at once for the same place one is taken") {
    for_each_desk([](Desk const& desk) {
        constexpr int most = 6;
        std::string const bytes(200'000, 'x');
        Bringing const bringing(desk, std::int64_t{most} * 200'000);
        for (std::int64_t at = 0; at < most * 200'000; at += 200'000) {
            std::atomic<int> taken = 0;
            std::vector<std::thread> all;
            for (int i = 0; i < 4; ++i)
                all.emplace_back([&] { taken += bringing.take(at, bytes) == Taken::taken; });
            for (auto& one : all)
                one.join();
            CHECK(taken == 1);
        }
        CHECK(bringing.standing()->complete());
        CHECK(bringing.bytes() == std::string(std::size_t{most} * 200'000, 'x'));
    });
}

TEST_CASE("an upload is its owner's alone, and names nothing else on the disk") {
    for_each_desk([](Desk const& desk) {
        Bringing const bringing(desk, 3);
        CHECK(take_piece(desk.database, {99}, {.key = bringing.part.key, .bytes = "abc"}, now)
              == Taken::gone);
        using namespace std::string_literals;
        for (auto const& key :
             {""s, "."s, ".."s, "../../etc/passwd"s, "no-such-key"s, "a/b"s, "a"s})
            CHECK(take_piece(desk.database, desk.member.account, {.key = key, .bytes = "abc"}, now)
                  == Taken::gone);
        drop_part(desk.database, bringing.part.key, {99});
        CHECK(bringing.standing());
        drop_part(desk.database, bringing.part.key, desk.member.account);
        CHECK_FALSE(bringing.standing());
        CHECK(bringing.take(0, "abc") == Taken::gone);
    });
}

TEST_CASE("what waits too long goes, row and bytes; what is young stays") {
    for_each_desk([](Desk const& desk) {
        namespace fs = std::filesystem;
        Bringing const bringing(desk, 3);
        CHECK(bringing.take(0, "ab") == Taken::taken);
        auto const folder = desk.database.contents()->folder() / "parts";
        auto const count = [&] { return std::distance(fs::directory_iterator(folder), {}); };
        CHECK(sweep_parts(desk.database, now + part_waits) == 0);
        CHECK(bringing.standing(now + part_waits));
        CHECK_FALSE(bringing.standing(now + part_waits + seconds{1}));
        fs::last_write_time(folder / bringing.part.key,
                            fs::file_time_type::clock::now() - hours{1});
        CHECK(count() == 1);
        CHECK(sweep_parts(desk.database, now + part_waits + seconds{1}) == 1);
        CHECK(count() == 0);
        // Bytes that were lost are not gone on with.
        Bringing const lost(desk, 3);
        CHECK(lost.take(0, "ab") == Taken::taken);
        fs::remove(folder / lost.part.key);
        CHECK_FALSE(lost.standing());
        CHECK(lost.take(2, "c") == Taken::gone);
    });
}

TEST_CASE("one account has only so many on their way: the oldest goes") {
    for_each_desk([](Desk const& desk) {
        Bringing const first(desk, 3);
        for (int i = 0; i < parts_most - 1; ++i)
            Bringing const more(desk, 3);
        CHECK(first.standing());
        Bringing const one_more(desk, 3);
        CHECK_FALSE(first.standing());
        CHECK(one_more.standing());
    });
}

TEST_CASE("the headers of tus are read strictly") {
    CHECK(parse_upload_number("0") == 0);
    CHECK(parse_upload_number("104857600") == 104'857'600);
    for (auto const* bad :
         {"", "-1", "-0", "+1", "1 ", " 1", "1.0", "0x10", "১", "99999999999999999999"})
        CHECK_FALSE(parse_upload_number(bad));

    auto const about = parse_upload_metadata("filename 4Kab4Ka/LnBuZw==, filetype aW1hZ2UvcG5n,x");
    REQUIRE(about);
    CHECK(about->name == "ছি.png");
    CHECK(about->media_type == "image/png");
    CHECK(parse_upload_metadata("")->name.empty());
    for (auto const* bad :
         {"filename !", "filename Zg", "filename /w==", ",", " ", "filename Zm9v,,"})
        CHECK_FALSE(parse_upload_metadata(bad));
    CHECK_FALSE(parse_upload_metadata(std::string(5000, 'a')));

    CHECK(parse_upload_checksum("sha256 47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=")->size()
          == 32);
    for (auto const* bad : {"", "sha1 AAAA", "sha256 AAAA", "sha256", "sha256 !!!!"})
        CHECK_FALSE(parse_upload_checksum(bad));

    CHECK(base64_decoded("") == "");
    CHECK(base64_decoded("Zg==") == "f");
    CHECK(base64_decoded("Zm8=") == "fo");
    CHECK(base64_decoded("Zm9v") == "foo");
    for (auto const* bad : {"=", "Z===", "Zg=", "Zg==Zg==", "Z g=", "Zm9v\n"})
        CHECK_FALSE(base64_decoded(bad));
}
