import general from '../../../rules/general.json';
import parties2024 from '../../../rules/parties-2024.json';
import pilkada2024Aceh from '../../../rules/pilkada-2024-aceh.json';
import pilkada2024Bali from '../../../rules/pilkada-2024-bali.json';
import pilkada2024Banten from '../../../rules/pilkada-2024-banten.json';
import pilkada2024Bengkulu from '../../../rules/pilkada-2024-bengkulu.json';
import pilkada2024DkiJakarta from '../../../rules/pilkada-2024-dki-jakarta.json';
import pilkada2024Gorontalo from '../../../rules/pilkada-2024-gorontalo.json';
import pilkada2024Jambi from '../../../rules/pilkada-2024-jambi.json';
import pilkada2024JawaBarat from '../../../rules/pilkada-2024-jawa-barat.json';
import pilkada2024JawaTengah from '../../../rules/pilkada-2024-jawa-tengah.json';
import pilkada2024JawaTimur from '../../../rules/pilkada-2024-jawa-timur.json';
import pilkada2024KalimantanBarat from '../../../rules/pilkada-2024-kalimantan-barat.json';
import pilkada2024KalimantanSelatan from '../../../rules/pilkada-2024-kalimantan-selatan.json';
import pilkada2024KalimantanTengah from '../../../rules/pilkada-2024-kalimantan-tengah.json';
import pilkada2024KalimantanTimur from '../../../rules/pilkada-2024-kalimantan-timur.json';
import pilkada2024KalimantanUtara from '../../../rules/pilkada-2024-kalimantan-utara.json';
import pilkada2024KepulauanBangkaBelitung from '../../../rules/pilkada-2024-kepulauan-bangka-belitung.json';
import pilkada2024KepulauanRiau from '../../../rules/pilkada-2024-kepulauan-riau.json';
import pilkada2024Lampung from '../../../rules/pilkada-2024-lampung.json';
import pilkada2024Maluku from '../../../rules/pilkada-2024-maluku.json';
import pilkada2024MalukuUtara from '../../../rules/pilkada-2024-maluku-utara.json';
import pilkada2024NusaTenggaraBarat from '../../../rules/pilkada-2024-nusa-tenggara-barat.json';
import pilkada2024NusaTenggaraTimur from '../../../rules/pilkada-2024-nusa-tenggara-timur.json';
import pilkada2024Papua from '../../../rules/pilkada-2024-papua.json';
import pilkada2024PapuaBarat from '../../../rules/pilkada-2024-papua-barat.json';
import pilkada2024PapuaBaratDaya from '../../../rules/pilkada-2024-papua-barat-daya.json';
import pilkada2024PapuaPegunungan from '../../../rules/pilkada-2024-papua-pegunungan.json';
import pilkada2024PapuaSelatan from '../../../rules/pilkada-2024-papua-selatan.json';
import pilkada2024PapuaTengah from '../../../rules/pilkada-2024-papua-tengah.json';
import pilkada2024Riau from '../../../rules/pilkada-2024-riau.json';
import pilkada2024SulawesiBarat from '../../../rules/pilkada-2024-sulawesi-barat.json';
import pilkada2024SulawesiSelatan from '../../../rules/pilkada-2024-sulawesi-selatan.json';
import pilkada2024SulawesiTengah from '../../../rules/pilkada-2024-sulawesi-tengah.json';
import pilkada2024SulawesiTenggara from '../../../rules/pilkada-2024-sulawesi-tenggara.json';
import pilkada2024SulawesiUtara from '../../../rules/pilkada-2024-sulawesi-utara.json';
import pilkada2024SumateraBarat from '../../../rules/pilkada-2024-sumatera-barat.json';
import pilkada2024SumateraSelatan from '../../../rules/pilkada-2024-sumatera-selatan.json';
import pilkada2024SumateraUtara from '../../../rules/pilkada-2024-sumatera-utara.json';
import pilkadaDki2017 from '../../../rules/pilkada-dki-2017.json';
import pilpres2019 from '../../../rules/pilpres-2019.json';
import pilpres2024 from '../../../rules/pilpres-2024.json';

/** The packs that come with the extension, in the order in which settings show them. As they are in their files: each is checked before use. */
export const builtIn: readonly unknown[] = [
  general,
  parties2024,
  pilpres2019,
  pilpres2024,
  pilkadaDki2017,
  pilkada2024Aceh,
  pilkada2024Bali,
  pilkada2024Banten,
  pilkada2024Bengkulu,
  pilkada2024DkiJakarta,
  pilkada2024Gorontalo,
  pilkada2024Jambi,
  pilkada2024JawaBarat,
  pilkada2024JawaTengah,
  pilkada2024JawaTimur,
  pilkada2024KalimantanBarat,
  pilkada2024KalimantanSelatan,
  pilkada2024KalimantanTengah,
  pilkada2024KalimantanTimur,
  pilkada2024KalimantanUtara,
  pilkada2024KepulauanBangkaBelitung,
  pilkada2024KepulauanRiau,
  pilkada2024Lampung,
  pilkada2024Maluku,
  pilkada2024MalukuUtara,
  pilkada2024NusaTenggaraBarat,
  pilkada2024NusaTenggaraTimur,
  pilkada2024Papua,
  pilkada2024PapuaBarat,
  pilkada2024PapuaBaratDaya,
  pilkada2024PapuaPegunungan,
  pilkada2024PapuaSelatan,
  pilkada2024PapuaTengah,
  pilkada2024Riau,
  pilkada2024SulawesiBarat,
  pilkada2024SulawesiSelatan,
  pilkada2024SulawesiTengah,
  pilkada2024SulawesiTenggara,
  pilkada2024SulawesiUtara,
  pilkada2024SumateraBarat,
  pilkada2024SumateraSelatan,
  pilkada2024SumateraUtara,
];
