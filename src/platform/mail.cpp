#include "platform/mail.hpp"

#include "base/ensure.hpp"
#include "platform/curl.hpp"
#include "platform/random.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <sodium.h>
#include <sys/socket.h>

namespace udb {
namespace {

using platform::set_option;

std::string base64(std::string_view bytes) {
    ENSURE(sodium_init() >= 0, "libsodium starts");
    std::string out(sodium_base64_ENCODED_LEN(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
    sodium_bin2base64(out.data(), out.size(), reinterpret_cast<unsigned char const*>(bytes.data()),
                      bytes.size(), sodium_base64_VARIANT_ORIGINAL);
    out.pop_back();
    return out;
}

std::string base64_lines(std::string_view bytes) {
    constexpr std::size_t line_letters = 76;
    auto const all = base64(bytes);
    std::string out;
    for (std::size_t at = 0; at < all.size(); at += line_letters)
        out += all.substr(at, line_letters) + "\r\n";
    return out;
}

bool ascii(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return c >= ' ' && c <= '~'; });
}

std::string one_line(std::string_view text) {
    std::string out{text};
    std::ranges::replace_if(
        out, [](char c) { return static_cast<unsigned char>(c) < ' ' || c == '\x7f'; }, ' ');
    return out;
}

/// `Mon, 26 Jan 2026 10:00:00 +0600`, the time of Bangladesh.
std::string mail_date(Instant at) {
    using namespace std::chrono;
    static constexpr std::array days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    auto const local = floor<seconds>(at) + 6h;
    auto const day = floor<std::chrono::days>(local);
    year_month_day const date{day};
    hh_mm_ss const time{local - day};
    std::array<char, 64> out{};
    std::snprintf(out.data(), out.size(), "%s, %02u %s %d %02d:%02d:%02d +0600",
                  days.at(weekday{day}.c_encoding()), unsigned{date.day()},
                  months.at(unsigned{date.month()} - 1), int{date.year()},
                  static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
                  static_cast<int>(time.seconds().count()));
    return out.data();
}

std::string part(std::string_view boundary, std::string_view type, std::string_view body) {
    return "--" + std::string(boundary) + "\r\nContent-Type: " + std::string(type)
           + "; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n" + base64_lines(body);
}

/// The texts as the first part, the file as the second.
std::string with_file(std::string const& texts, MailFile const& file) {
    auto const boundary = "udb-" + random_token(18);
    auto const name = one_line(file.name);
    return "Content-Type: multipart/mixed; boundary=\"" + boundary + "\"\r\n\r\n--" + boundary
           + "\r\n" + texts + "--" + boundary + "\r\nContent-Type: " + one_line(file.media_type)
           + "; name=\"" + name + "\"\r\nContent-Disposition: attachment; filename=\"" + name
           + "\"\r\nContent-Transfer-Encoding: base64\r\n\r\n" + base64_lines(file.bytes) + "--"
           + boundary + "--\r\n";
}

struct Reading {
    std::string_view left;
};

std::size_t give(char* into, std::size_t size, std::size_t count, void* reading) {
    auto& left = static_cast<Reading*>(reading)->left;
    auto const taken = std::min(size * count, left.size());
    std::copy_n(left.data(), taken, into);
    left.remove_prefix(taken);
    return taken;
}

/// Keeps the last refusal that the server said: a line that begins with 4 or 5.
std::size_t hear(char* said, std::size_t size, std::size_t count, void* refusal) {
    constexpr std::size_t kept = 300;
    auto const bytes = size * count;
    if (bytes > 0 && (*said == '4' || *said == '5'))
        static_cast<std::string*>(refusal)->assign(said, std::min(bytes, kept));
    return bytes;
}

std::string domain_of(std::string_view address) {
    return std::string(address.substr(address.find('@') + 1));
}

/// What lies in the machine's own buffer counts as sent; of a slow line it must not be minutes.
int with_small_buffer(void*, curl_socket_t socket, curlsocktype) {
    int const bytes = 64 * 1024;
    setsockopt(socket, SOL_SOCKET, SO_SNDBUF, &bytes, sizeof bytes);
    return CURL_SOCKOPT_OK;
}

std::chrono::seconds patience_of(MailServer const& server, std::size_t bytes) {
    constexpr std::size_t faster = 8;
    return server.patience + std::chrono::seconds{bytes / (server.bytes_per_second_min * faster)};
}

Handover outcome(CURLcode done, long code, std::string const& said, std::string const& noted) {
    using enum Handover::Result;
    if (done == CURLE_OK) return {accepted};
    // A refused sign-in is a mistake in our settings, which somebody will mend.
    bool const forever = code >= 500 && done != CURLE_LOGIN_DENIED;
    auto why = !said.empty() ? said : !noted.empty() ? noted : curl_easy_strerror(done);
    while (!why.empty() && (why.back() == '\n' || why.back() == '\r'))
        why.pop_back();
    return {forever ? refused : later, one_line(why)};
}

} // namespace

std::string encoded_words(std::string_view text) {
    auto line = one_line(text);
    if (ascii(line) && line.find("=?") == std::string::npos) return line;
    constexpr std::size_t bytes_most = 45; // 60 letters of base64 and the 12 around them
    std::string out;
    std::string_view left = line;
    while (!left.empty()) {
        auto size = std::min(bytes_most, left.size());
        while (size < left.size() && size > 0
               && (static_cast<unsigned char>(left[size]) & 0xC0U) == 0x80U)
            --size;
        if (size == 0) size = std::min(bytes_most, left.size());
        if (!out.empty()) out += "\r\n ";
        out += "=?UTF-8?B?" + base64(left.substr(0, size)) + "?=";
        left.remove_prefix(size);
    }
    return out;
}

std::string mail_address_of(std::string_view typed) {
    while (!typed.empty() && typed.front() == ' ')
        typed.remove_prefix(1);
    while (!typed.empty() && typed.back() == ' ')
        typed.remove_suffix(1);
    auto const at = typed.rfind('@');
    if (at == 0 || at == typed.npos || at + 3 > typed.size() || typed.size() > 254 || at > 64)
        return {};
    auto const allowed = [](std::string_view part, std::string_view signs) {
        return std::ranges::all_of(part,
                                   [&](char c) {
                                       return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z')
                                              || (c >= 'A' && c <= 'Z')
                                              || signs.find(c) != signs.npos;
                                   })
               && part.front() != '.' && part.back() != '.' && part.find("..") == part.npos;
    };
    auto const domain = typed.substr(at + 1);
    if (!allowed(typed.substr(0, at), ".!#$%&'*+-/=?^_`{|}~") || !allowed(domain, ".-")
        || domain.find('.') == domain.npos || domain.front() == '-' || domain.back() == '-')
        return {};
    std::string address{typed};
    for (char& c : address)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return address;
}

std::string mail_message(Mail const& mail) {
    auto const boundary = "udb-" + random_token(18);
    auto const calendar =
        mail.calendar.empty()
            ? std::string()
            : part(boundary, "text/calendar; method=" + one_line(mail.calendar_method),
                   mail.calendar);
    auto const name = mail.from_name.empty() ? "" : encoded_words(mail.from_name) + " ";
    auto const stop = mail.stop.empty()
                          ? std::string{}
                          : "List-Unsubscribe: <" + one_line(mail.stop)
                                + ">\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n";
    auto const texts = "Content-Type: multipart/alternative; boundary=\"" + boundary + "\"\r\n\r\n"
                       + part(boundary, "text/plain", mail.text)
                       + part(boundary, "text/html", mail.html) + calendar + "--" + boundary
                       + "--\r\n";
    return "Date: " + mail_date(mail.at) + "\r\nMessage-ID: <" + one_line(mail.id)
           + ">\r\nFrom: " + name + "<" + one_line(mail.from) + ">\r\nTo: <" + one_line(mail.to)
           + ">\r\nSubject: " + encoded_words(mail.subject) + "\r\n" + stop
           + "MIME-Version: 1.0\r\nAuto-Submitted: auto-generated\r\n"
           + (mail.file.name.empty() ? texts : with_file(texts, mail.file));
}

std::chrono::seconds handover_max(MailServer const& server, std::size_t bytes) {
    // A greeting, and the answer to the whole message, may each be waited for.
    return 2 * patience_of(server, bytes)
           + std::chrono::seconds{60 + bytes / server.bytes_per_second_min};
}

Handover send_mail(MailServer const& server, Mail const& mail,
                   std::function<bool()> const& stopped) {
    using Security = MailServer::Security;
    auto const handle = platform::curl_handle(server.certificates, stopped);
    auto const url = std::string(server.security == Security::tls ? "smtps" : "smtp") + "://"
                     + server.host + ":" + std::to_string(server.port) + "/" + domain_of(mail.from);
    auto const message = mail_message(mail);
    auto const from = "<" + mail.from + ">";
    auto const to = "<" + mail.to + ">";
    platform::CurlList const recipients(curl_slist_append(nullptr, to.c_str()),
                                        &curl_slist_free_all);
    Reading reading{message};
    std::string said;
    std::array<char, CURL_ERROR_SIZE> noted{};
    set_option(handle, CURLOPT_ERRORBUFFER, noted.data());
    set_option(handle, CURLOPT_URL, url.c_str());
    set_option(handle, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    if (server.security == Security::starttls)
        set_option(handle, CURLOPT_USE_SSL, static_cast<long>(CURLUSESSL_ALL));
    if (!server.user.empty()) {
        set_option(handle, CURLOPT_USERNAME, server.user.c_str());
        set_option(handle, CURLOPT_PASSWORD, server.password.c_str());
    }
    set_option(handle, CURLOPT_MAIL_FROM, from.c_str());
    set_option(handle, CURLOPT_MAIL_RCPT, recipients.get());
    set_option(handle, CURLOPT_UPLOAD, 1L);
    // A server that takes no message of this size says so before it is on its way (RFC 1870).
    set_option(handle, CURLOPT_INFILESIZE_LARGE, static_cast<curl_off_t>(message.size()));
    set_option(handle, CURLOPT_TIMEOUT,
               static_cast<long>(handover_max(server, message.size()).count()));
    set_option(handle, CURLOPT_LOW_SPEED_LIMIT, static_cast<long>(server.bytes_per_second_min));
    auto const patience = static_cast<long>(patience_of(server, message.size()).count());
    set_option(handle, CURLOPT_LOW_SPEED_TIME, patience);
    set_option(handle, CURLOPT_SERVER_RESPONSE_TIMEOUT, patience);
    set_option(handle, CURLOPT_SOCKOPTFUNCTION, &with_small_buffer);
    set_option(handle, CURLOPT_READFUNCTION, &give);
    set_option(handle, CURLOPT_READDATA, &reading);
    set_option(handle, CURLOPT_HEADERFUNCTION, &hear);
    set_option(handle, CURLOPT_HEADERDATA, &said);
    auto const done = curl_easy_perform(handle.get());
    long code = 0;
    curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &code);
    return outcome(done, code, said, noted.data());
}

} // namespace udb
