package fr.appui.indicators;

import fr.appui.french.InvalidInput;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * The areas that the services of a region are to reach in the end (doc 001 §4, « territoires d'animation en santé »): a service may
 * begin in a part of one.
 *
 * @param region what its territories' codes begin with @param source the document that states what was covered
 */
public record HealthAreas(String region, String source, List<Area> areas) {

    public enum Extent {
        WHOLE("Couvert"),
        PART("Partiellement couvert"),
        NONE("Non couvert");

        private final String label;

        Extent(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** @param stated what the document says of it @param statedZones which zones were covered, where it was in part */
    public record Area(String name, List<String> zones, Extent stated, List<String> statedZones) {
        public Area {
            zones = List.copyOf(zones);
            statedZones = List.copyOf(statedZones);
        }
    }

    public HealthAreas {
        areas = List.copyOf(areas);
    }

    /** @throws InvalidInput naming the line and the remedy, in French */
    public static HealthAreas read(String yaml) {
        try {
            Node root = new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(yaml));
            return new Reading().areas(root);
        } catch (YAMLException unreadable) {
            throw new InvalidInput("territoires d’animation : " + unreadable.getMessage(), unreadable);
        }
    }

    /** Reads nodes, which know their lines. */
    private static final class Reading {

        private final Set<String> zones = new HashSet<>();

        HealthAreas areas(Node root) {
            String region = "";
            String source = "";
            List<Area> areas = new ArrayList<>();
            for (NodeTuple field : mapping(root).getValue()) {
                Node value = field.getValueNode();
                switch (text(field.getKeyNode())) {
                    case "region" -> region = text(value);
                    case "source" -> source = text(value);
                    case "areas" -> elements(value).forEach(node -> areas.add(area(node)));
                    default -> throw wrong(field.getKeyNode(), "choisir parmi region, source, areas");
                }
            }
            if (region.isEmpty() || areas.isEmpty()) {
                throw wrong(root, "indiquer region et areas");
            }
            return new HealthAreas(region, source, areas);
        }

        private Area area(Node node) {
            String name = "";
            List<String> own = new ArrayList<>();
            Extent stated = Extent.NONE;
            List<String> statedZones = new ArrayList<>();
            for (NodeTuple field : mapping(node).getValue()) {
                Node value = field.getValueNode();
                switch (text(field.getKeyNode())) {
                    case "name" -> name = text(value);
                    case "zones" -> elements(value).forEach(each -> own.add(zone(each)));
                    case "stated" -> stated = extent(value);
                    case "statedZones" -> elements(value).forEach(each -> statedZones.add(text(each)));
                    default -> throw wrong(field.getKeyNode(), "choisir parmi name, zones, stated, statedZones");
                }
            }
            if (name.isEmpty() || own.isEmpty() || !own.containsAll(statedZones)) {
                throw wrong(node, "indiquer name, zones et, sous statedZones, des zones de cette liste");
            }
            return new Area(name, own, stated, statedZones);
        }

        private String zone(Node node) {
            String name = text(node);
            if (!zones.add(name)) {
                throw wrong(node, "la zone « " + name + " » figure deux fois");
            }
            return name;
        }

        private static Extent extent(Node node) {
            for (Extent extent : Extent.values()) {
                if (extent.name().equals(text(node))) {
                    return extent;
                }
            }
            throw wrong(node, "« " + text(node) + " » est inconnu ; choisir WHOLE, PART ou NONE");
        }

        private static MappingNode mapping(Node node) {
            if (node instanceof MappingNode mapping) {
                return mapping;
            }
            throw wrong(node, "écrire « champ : valeur »");
        }

        private static List<Node> elements(Node node) {
            if (node instanceof SequenceNode sequence) {
                return sequence.getValue();
            }
            throw wrong(node, "écrire une liste");
        }

        private static String text(Node node) {
            if (node instanceof ScalarNode scalar) {
                return scalar.getValue().strip();
            }
            throw wrong(node, "écrire un texte");
        }

        private static InvalidInput wrong(Node node, String what) {
            return new InvalidInput(
                    "territoires d’animation, ligne " + (node.getStartMark().getLine() + 1) + " : " + what);
        }
    }
}
