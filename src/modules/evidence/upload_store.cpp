#include "modules/evidence/upload_store.hpp"

#include "platform/random.hpp"
#include "store/content_files.hpp"

#include <cerrno>
#include <fcntl.h>
#include <filesystem>
#include <set>
#include <sys/file.h>
#include <system_error>
#include <unistd.h>
#include <vector>

namespace udb::evidence {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t key_bytes = 16;

fs::path folder_of(ContentFiles const& contents) { return contents.folder() / "parts"; }

/// Keys are ours, and letters that a file may have.
fs::path path_of(ContentFiles const& contents, std::string_view key) {
    return folder_of(contents) / key;
}

[[noreturn]] void raise(fs::path const& path) {
    using Category = StoreFailure::Category;
    auto const why = errno;
    auto const what = path.string() + ": " + std::generic_category().message(why);
    if (why == ENOSPC || why == EDQUOT || why == EFBIG) throw StoreFailure(Category::full, what);
    if (why == EROFS || why == EACCES || why == EPERM)
        throw StoreFailure(Category::read_only, what);
    throw StoreFailure(Category::unavailable, what);
}

/// A part, held by one request of all processes while it is open.
class PartFile {
public:
    PartFile(fs::path path, int how) : path_(std::move(path)) {
        fd_ = ::open(path_.c_str(), O_WRONLY | O_CLOEXEC | O_NOFOLLOW | how, 0600);
        if (fd_ < 0 && errno != ENOENT) raise(path_);
        held_ = fd_ >= 0 && ::flock(fd_, LOCK_EX | LOCK_NB) == 0;
    }
    PartFile(PartFile const&) = delete;
    ~PartFile() {
        if (fd_ >= 0) ::close(fd_);
    }

    bool there() const { return fd_ >= 0; }
    bool held() const { return held_; }

    void write(std::int64_t at, std::string_view bytes) const {
        while (!bytes.empty()) {
            auto const count = ::pwrite(fd_, bytes.data(), bytes.size(), at);
            if (count < 0 && errno == EINTR) continue;
            if (count < 0) raise(path_);
            bytes.remove_prefix(static_cast<std::size_t>(count));
            at += count;
        }
        if (::fdatasync(fd_) != 0) raise(path_);
    }

private:
    fs::path path_;
    int fd_ = -1;
    bool held_ = false;
};

PartUpload part_of(Row const& row) {
    return {.key = row.get<std::string>(0),
            .name = row.get<std::string>(1),
            .media_type = row.get<std::string>(2),
            .size = row.get<std::int64_t>(3),
            .received = row.get<std::int64_t>(4),
            .at = row.get<Instant>(5)};
}

constexpr std::string_view columns = "key, name, media_type, size, received, at";

void remove_bytes(ContentFiles const& contents, std::string_view key) {
    std::error_code ignored;
    fs::remove(path_of(contents, key), ignored);
}

} // namespace

PartUpload begin_part(Work& work, PartUpload const& about) {
    auto part = about;
    part.key = random_token(key_bytes);
    part.received = 0;
    part.at = work.now;
    auto const& contents = work.db.contents();
    std::error_code failed;
    fs::create_directories(folder_of(contents), failed);
    PartFile const made(path_of(contents, part.key), O_CREAT | O_EXCL);
    if (!made.there()) raise(path_of(contents, part.key));
    work.db.run("insert into evidence_uploads (account_id, key, name, media_type, size, received, "
                "at) values (?, ?, ?, ?, ?, 0, ?)",
                work.actor.account, part.key, part.name, part.media_type, part.size, part.at);
    std::vector<std::string> oldest;
    for (auto const& row : work.db.all("select key from evidence_uploads where account_id = ? "
                                       "order by at desc, id desc limit 1000 offset ?",
                                       work.actor.account, std::int64_t{parts_most}))
        oldest.push_back(row.get<std::string>(0));
    for (auto const& key : oldest)
        work.db.run("delete from evidence_uploads where key = ?", key);
    return part;
}

std::optional<PartUpload> find_part(Db& db, std::string_view key, Id<Account> account,
                                    Instant now) {
    auto const row = db.one("select " + std::string(columns)
                                + " from evidence_uploads where key = ? and account_id = ? and at "
                                  ">= ?",
                            key, account, Instant{now - part_waits});
    if (!row) return {};
    auto part = part_of(*row);
    // A restored backup has rows whose bytes it did not have.
    std::error_code failed;
    auto const there = fs::file_size(path_of(db.contents(), part.key), failed);
    if (failed || there < static_cast<std::uintmax_t>(part.received)) return {};
    return part;
}

Taken take_piece(Database& database, Id<Account> account, UploadPiece const& piece, Instant now) {
    auto const find = [&] {
        return database.read([&](Db& db) { return find_part(db, piece.key, account, now); });
    };
    if (!find()) return Taken::gone;
    PartFile const file(path_of(*database.contents(), piece.key), 0);
    if (!file.there()) return Taken::gone;
    if (!file.held()) return Taken::elsewhere;
    auto const part = find();
    if (!part) return Taken::gone;
    if (part->received != piece.offset) return Taken::elsewhere;
    auto const size = static_cast<std::int64_t>(piece.bytes.size());
    if (size > part->size - part->received) return Taken::too_much;
    file.write(piece.offset, piece.bytes);
    auto const told = database.write([&](Db& db) {
        return db.run("update evidence_uploads set received = ?, at = ? where key = ? and received "
                      "= ?",
                      piece.offset + size, now, piece.key, piece.offset);
    });
    return told == 1 ? Taken::taken : Taken::elsewhere;
}

std::shared_ptr<web::BodyFile const> part_file(Db& db, PartUpload const& part) {
    return web::BodyFile::open(path_of(db.contents(), part.key));
}

void drop_part(Database& database, std::string_view key, Id<Account> account) {
    auto const dropped = database.write([&](Db& db) {
        return db.run("delete from evidence_uploads where key = ? and account_id = ?", key,
                      account);
    });
    if (dropped > 0) remove_bytes(*database.contents(), key);
}

int sweep_parts(Database& database, Instant now) {
    auto const* contents = database.contents();
    if (!contents) return 0;
    database.write([&](Db& db) {
        return db.run("delete from evidence_uploads where at < ?", Instant{now - part_waits});
    });
    // Bytes are there before their row commits, hence the age.
    std::vector<std::string> there;
    std::error_code failed;
    for (fs::directory_iterator at(folder_of(*contents), failed), end; !failed && at != end;
         at.increment(failed))
        there.push_back(at->path().filename().string());
    auto const wanted = database.read([&](Db& db) {
        std::set<std::string> keys;
        for (auto const& row : db.all("select key from evidence_uploads"))
            keys.insert(row.get<std::string>(0));
        return keys;
    });
    int swept = 0;
    for (auto const& key : there) {
        auto const path = path_of(*contents, key);
        auto const age = fs::file_time_type::clock::now() - fs::last_write_time(path, failed);
        if (failed || wanted.contains(key) || age < std::chrono::minutes{10}) continue;
        swept += fs::remove(path, failed) ? 1 : 0;
    }
    return swept;
}

} // namespace udb::evidence
