package org.netloom.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.netloom.design.Shape;

class DatasetCatalogTest {

    private static final Map<String, String> FINGERPRINTS = Map.ofEntries(
            Map.entry("and", "221d4f0bb47bc1db93ac7ff07cc87ccc81fa43faf30a601062ff04865e8a8269"),
            Map.entry("or", "7db1dfecdee15837a314d5e1fe9954aa40aed489808b4f47b1a014431609ebaa"),
            Map.entry("xor", "52a9889ec90f7d60e5a8d0c57f6d1172edd64549e729c8cd910fa52bbe8e2aed"),
            Map.entry("worked-2-2-2", "741ef4d1f9fff96c2c6a38fa4af29cdb1b0c71cd1357116df63d48b8c1e00440"),
            Map.entry("moons", "f2c7aa52565a2d1a2f7e5b02ed785085ad79982a22af8347a17cf98595ac38bb"),
            Map.entry("circles", "86eaefa25e70ec78f79683f1c84404dcf182d11e1c10a44ceef21334fc2831cc"),
            Map.entry("spirals", "dac90fd8eff328c09dabf3260bd9595ed3e5f9774e7170dfe3c53e4ff06df2f3"),
            Map.entry("blobs", "6b1f65759948f4a7ad485ec206fab340c94888de0745500f71fef82d97a81bae"),
            Map.entry("linear-plane", "86d48eebff72f8984f1c3b5df2a830ac4d14b3b92df64ee03f7d981ca27bac13"),
            Map.entry("sine", "52f168174af2ba31f325f11bc7f3fbdaa642c1bdd2f8b1bc1a17b63e25337a13"),
            Map.entry("iris", "84b8260f3060b0a0addbbe8cd70fe8bbb98310d476dbc2cf90f8f2abcf7057f4"),
            Map.entry("shapes", "e03a19c3182f8467ce59dc37dbadaaeb2220294ac8812ce4d810e4499bf2c132"),
            Map.entry("waves", "54c46ddf2d3670c46d113a9f4c803b4618bd8b04c1c4566f95ad5054ba466cc1"),
            Map.entry("airline", "2ad9c2b3fce5406322c36463e6039d5bb877ad142a3785c1c230f992f3b41610"),
            Map.entry("adding", "a9fd9e61ee247c35ff8051a3d45fd18084a81da6751a3c542856b7e7e2928238"),
            Map.entry("parity", "bb01a5e1f27a5035dbc54d7b283672dab4b922350471f033ceadce9cde7239c1"),
            Map.entry("running-parity", "3af7bffdf2666862431f3b29c10765c343b9c321a278025c8e0847cdcf91afe7"),
            Map.entry("letters", "9daaf36a6c6d5e00d9c3ff03025ed0a990fa9d5c405b40a92c9648aa4800491c"),
            Map.entry("reviews", "3c593e645a1853f4fd114220f141f6f4cead5d6dafb7bbd38fd1a47b5037740b"),
            Map.entry("digits", "6f615ed377896d451d706dc62cba6a80db26f6c49a461f30e24b5d84f6f4f9d3"));

    private final DatasetCatalog catalog = new DatasetCatalog(Path.of("target/no-home"));

    @Test
    void describesEveryDatasetInFull() {
        assertThat(catalog.all())
                .extracting(DatasetInfo::id)
                .doesNotHaveDuplicates()
                .contains("mnist", "digits");
        for (DatasetInfo info : catalog.all()) {
            assertThat(info.help()).as(info.id()).hasSizeGreaterThan(40);
            assertThat(catalog.find(info.id())).contains(info);
            int names = info.featureNames().size();
            boolean perStep = info.input() instanceof Shape.Sequence
                    && names == info.input().dims().get(0);
            assertThat(names == 0 || perStep || names == info.input().size())
                    .as(info.id())
                    .isTrue();
        }
    }

    @Test
    void keepsTheContentOfEveryBuiltInDatasetBitForBit() {
        FINGERPRINTS.forEach((id, fingerprint) -> {
            Examples examples = catalog.load(id).get();
            assertThat(examples.fingerprint()).as(id).isEqualTo(fingerprint);
            assertThat(examples.count()).as(id).isEqualTo(examples.info().size());
        });
        assertThat(FINGERPRINTS).hasSize(catalog.all().size() - 1);
    }

    @Test
    void loadsADatasetOnce() {
        assertThat(catalog.load("moons").get()).isSameAs(catalog.load("moons").get());
    }

    @Test
    void refusesADatasetThatItDoesNotKnow() {
        assertThat(catalog.load("../etc").problems().get(0).text()).contains("no dataset “../etc”", "xor");
        assertThat(catalog.isHere("../etc")).isFalse();
    }

    @Test
    void readsAllFlowersOfIris() {
        Preview iris = Preview.of(catalog.load("iris").get(), 3);
        assertThat(iris.histogram()).containsExactly(50, 50, 50);
        assertThat(iris.rows()).hasSize(3);
        Preview.Statistic petalLength = iris.statistics().get(2);
        assertThat(petalLength.name()).isEqualTo("petal length (cm)");
        assertThat(petalLength.least()).isEqualTo(1f);
        assertThat(petalLength.most()).isEqualTo(6.9f);
        assertThat(petalLength.mean()).isBetween(3.75, 3.77);
    }

    @Test
    void showsTheNumbersToPredictAmongTheStatistics() {
        Preview sine = Preview.of(catalog.load("sine").get(), 5);
        assertThat(sine.statistics()).extracting(Preview.Statistic::name).containsExactly("x", "y");
        assertThat(sine.histogram()).isEmpty();
        assertThat(sine.rows()).allMatch(row -> row.label() == -1 && row.numbers().length == 1);
    }
}
