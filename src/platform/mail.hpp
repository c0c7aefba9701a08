// Mails: written by RFC 5322 and MIME, handed to a mail server by SMTP.
#pragma once

#include "base/date.hpp"

#include <chrono>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

namespace udb {

/// A file that goes with a mail.
struct MailFile {
    std::string name = {}; ///< ASCII; empty: there is none
    std::string media_type = {};
    std::string bytes = {};
};

struct Mail {
    std::string id;        ///< the Message-ID without its brackets: `17.x@example.gov.bd`
    std::string from;      ///< address, ASCII
    std::string from_name; ///< any script
    std::string to;        ///< address, ASCII
    std::string subject;   ///< any script
    std::string text;
    std::string html; ///< a whole page
    Instant at = {};
    std::string calendar = {};        ///< an iCalendar object (RFC 5545); empty: none
    std::string calendar_method = {}; ///< its METHOD (RFC 5546): `REQUEST`, `CANCEL`
    std::string stop = {}; ///< where a POST stops such letters (RFC 8058); empty: nowhere
    MailFile file = {};
};

/// The message as it travels, lines ended by CR LF, pure ASCII: names and subject by RFC 2047, the
/// bodies in base64 as multipart/alternative, the calendar's the last (RFC 6047); with a file
/// they are the first part of multipart/mixed. Line breaks in a
/// header's text become spaces.
std::string mail_message(Mail const& mail);

/// `=?UTF-8?B?…?=` words of at most 75 letters, no letter cut in two; ASCII as it is.
std::string encoded_words(std::string_view text);

/// The address as it is stored and compared: trimmed, in small letters; empty for what is none, or
/// is not ASCII.
std::string mail_address_of(std::string_view typed);

struct MailServer {
    enum class Security { none, starttls, tls };
    std::string host; ///< empty: there is none
    int port = 587;
    Security security = Security::starttls;
    std::string user; ///< empty: without signing in
    std::string password;
    std::filesystem::path certificates = {}; ///< PEM; empty: those of the machine
    /// Slower than this for so long, or as long without a word, is no way to come to an end. What
    /// is larger is waited for longer: it is scanned before it is taken (RFC 5321 §4.5.3.2.6).
    std::size_t bytes_per_second_min = 4096;
    std::chrono::seconds patience{120};
};

/// The longest that handing over a message of so many bytes takes.
std::chrono::seconds handover_max(MailServer const& server, std::size_t bytes);

struct Handover {
    enum class Result {
        accepted,
        later,   ///< not now: no connection, no answer, a 4xx
        refused, ///< a 5xx: trying again is of no use
    };
    Result result = Result::later;
    std::string why = {}; ///< the server's or libcurl's words, one line
};

/// Hands `mail` over; `stopped` (may be empty) cuts it short.
Handover send_mail(MailServer const& server, Mail const& mail,
                   std::function<bool()> const& stopped = {});

} // namespace udb
