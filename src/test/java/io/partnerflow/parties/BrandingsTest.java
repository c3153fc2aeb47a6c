package io.partnerflow.parties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerflow.PartnerflowTest;
import io.partnerflow.TestParties;
import io.partnerflow.documents.Branding;
import io.partnerflow.parties.Brandings.Wanted;
import io.partnerflow.shared.Invalid;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

@PartnerflowTest
class BrandingsTest {

    @Autowired
    Brandings brandings;

    @Autowired
    Organisations organisations;

    @Autowired
    Resellers resellers;

    UUID reseller;

    @BeforeEach
    void appoint() {
        reseller = new TestParties(organisations, resellers).reseller().id();
    }

    @Test
    void whoHasChosenNothingHasTheHouseColourAndItsOwnName() {
        assertThat(brandings.of(reseller))
                .returns(Branding.HOUSE_COLOUR, Branding::colour)
                .returns(organisations.get(reseller).name(), Branding::senderName)
                .returns(null, Branding::logo);
        assertThat(brandings.isOwn(reseller)).isFalse();
    }

    @Test
    void keepsALogoUntilItIsTakenAway() throws IOException {
        var png = picture("png", 40, 20);

        brandings.save(reseller, new Wanted("#AA3300", "Nord IT", png, false), "a@example.org");
        brandings.save(reseller, new Wanted("#aa3301", " Nord IT AB ", null, false), "a@example.org");

        assertThat(brandings.of(reseller))
                .returns("#aa3301", Branding::colour)
                .returns("Nord IT AB", Branding::senderName)
                .returns("image/png", Branding::logoType)
                .satisfies(branding -> assertThat(branding.logo()).isEqualTo(png));

        brandings.save(reseller, new Wanted("#aa3301", "Nord IT AB", null, true), "a@example.org");
        assertThat(brandings.of(reseller).logo()).isNull();

        brandings.reset(reseller, "a@example.org");
        brandings.reset(reseller, "a@example.org");
        assertThat(brandings.isOwn(reseller)).isFalse();
    }

    @Test
    void aJpegIsKnownByItsBytes() throws IOException {
        brandings.save(reseller, new Wanted("#000000", "Nord", picture("jpg", 10, 10), false), "a@example.org");

        assertThat(brandings.of(reseller).logoType()).isEqualTo("image/jpeg");
    }

    static Stream<Arguments> unusableLogos() throws IOException {
        var png = picture("png", 300, 300);
        return Stream.of(
                Arguments.of(new byte[0], "logo-no-picture"),
                Arguments.of(
                        "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8),
                        "logo-no-picture"),
                Arguments.of(picture("gif", 10, 10), "logo-no-picture"),
                Arguments.of("\u0089PNG\r\n\u001a\n".getBytes(StandardCharsets.ISO_8859_1), "logo-damaged"),
                Arguments.of(Arrays.copyOf(png, 60), "logo-damaged"),
                Arguments.of(picture("png", 2001, 1), "logo-too-wide"),
                Arguments.of(new byte[300 * 1024 + 1], "logo-too-large"));
    }

    @ParameterizedTest
    @MethodSource("unusableLogos")
    void saysWhyALogoIsOfNoUse(byte[] logo, String code) {
        assertThatThrownBy(() -> brandings.save(reseller, new Wanted("#000000", "Nord", logo, false), "a@example.org"))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.fields())
                                .extracting(Invalid.Field::field, Invalid.Field::code)
                                .containsExactly(org.assertj.core.groups.Tuple.tuple("logo", code)));
        assertThat(brandings.isOwn(reseller)).isFalse();
    }

    @Test
    void everyBadFieldIsSaidAtOnce() {
        var wanted = new Wanted("red", "Nord\r\nBcc: all@example.org", new byte[] {1}, false);

        assertThatThrownBy(() -> brandings.save(reseller, wanted, "a@example.org"))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.fields())
                                .extracting(Invalid.Field::code)
                                .containsExactly("colour-unknown", "one-line", "logo-no-picture"));
        assertThatThrownBy(() ->
                        brandings.save(reseller, new Wanted("#000000", "x".repeat(61), null, false), "a@example.org"))
                .isInstanceOf(Invalid.class);
    }

    @ParameterizedTest
    @CsvSource({"#0b6456, #ffffff", "#ffffff, #1b2421", "#ffdd00, #1b2421", "#000000, #ffffff", "#a8201a, #ffffff"})
    void textCanBeReadOnAnyColour(String colour, String text) {
        assertThat(new Branding(null, null, colour, "Nord").textColour()).isEqualTo(text);
    }

    static byte[] picture(String format, int width, int height) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, bytes);
        return bytes.toByteArray();
    }
}
