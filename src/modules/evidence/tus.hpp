// What a resumable upload says in its headers: tus 1.0.0
// (https://tus.io/protocols/resumable-upload), core, creation, checksum and termination. Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace udb::evidence {

inline constexpr std::string_view tus_version = "1.0.0";
inline constexpr std::string_view tus_extensions = "creation,checksum,expiration,termination";

/// `Upload-Length` and `Upload-Offset`: digits and nothing else.
std::optional<std::int64_t> parse_upload_number(std::string_view header);

/// `Upload-Metadata: filename Zm9v,filetype YXBwbGljYXRpb24vcGRm`.
struct UploadMetadata {
    std::string name = {};
    std::string media_type = {};
};
/// Keys that we do not know are left out; nothing where it is not written so, or is not UTF-8.
std::optional<UploadMetadata> parse_upload_metadata(std::string_view header);

/// `Upload-Checksum: sha256 BASE64` as the 32 bytes; nothing for another way or no base64.
std::optional<std::string> parse_upload_checksum(std::string_view header);

/// Base64 with its padding (RFC 4648 §4); nothing for anything else.
std::optional<std::string> base64_decoded(std::string_view text);

} // namespace udb::evidence
