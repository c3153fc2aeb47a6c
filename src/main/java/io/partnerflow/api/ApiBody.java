package io.partnerflow.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads the body of an API call up to 256 KiB and no further, and keeps it so that it can be recognised when it comes
 * again. Uploads are not read here; they have their own limit.
 */
@Component
class ApiBody extends OncePerRequestFilter {

    private static final int LARGEST = 256 * 1024;
    private static final String BODY = ApiBody.class.getName();

    private final ProblemTexts texts;
    private final ProblemAnswers answers;

    ApiBody(ProblemTexts texts, ProblemAnswers answers) {
        this.texts = texts;
        this.answers = answers;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var type = request.getContentType();
        return !request.getRequestURI().startsWith("/api/") || type != null && type.startsWith("multipart/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var announced = request.getContentLengthLong() > LARGEST;
        var body = announced ? new byte[0] : request.getInputStream().readNBytes(LARGEST + 1);
        if (announced || body.length > LARGEST) {
            response.setHeader("Connection", "close");
            answers.write(
                    response,
                    texts.named(413, "body-too-large", List.of(), request.getRequestURI(), request.getLocale()));
        } else {
            request.setAttribute(BODY, body);
            chain.doFilter(new Kept(request, body), response);
        }
    }

    /** The same for the same method, address and body, and for no other. */
    static String fingerprint(HttpServletRequest request) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            sha.update("%s %s?%s\n"
                    .formatted(request.getMethod(), request.getRequestURI(), request.getQueryString())
                    .getBytes(StandardCharsets.UTF_8));
            sha.update((byte[]) request.getAttribute(BODY));
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static final class Kept extends HttpServletRequestWrapper {

        private final byte[] body;

        Kept(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public ServletInputStream getInputStream() {
            var bytes = new ByteArrayInputStream(body);
            return new ServletInputStream() {
                @Override
                public int read() {
                    return bytes.read();
                }

                @Override
                public int read(byte[] into, int offset, int length) {
                    return bytes.read(into, offset, length);
                }

                @Override
                public boolean isFinished() {
                    return bytes.available() == 0;
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    throw new UnsupportedOperationException("the body is here already");
                }
            };
        }

        @Override
        public BufferedReader getReader() {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }
}
